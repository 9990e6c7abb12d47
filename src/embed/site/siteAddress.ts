/**
 * Where a built lab will lie, as its builder says: the address of its folder. With a slash at its end, however it is given;
 * throws one sentence where it is none.
 */
export function siteAddressOf(text: string): string {
  const wrong = (why: string) =>
    new Error(
      `SITE_ADDRESS is ${JSON.stringify(text.slice(0, 200))}, and ${why}; it takes the address of the lab's folder, as in https://lab.example/replication/.`,
    )
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null) throw wrong('that is no address')
  if (!/^https?:$/.test(url.protocol)) throw wrong('others cannot get there by http')
  if (url.username !== '' || url.password !== '') throw wrong('a name or a password in it would be told to everybody')
  if (url.search !== '' || url.hash !== '') throw wrong('nothing may follow its path')
  if (/\.html?$/.test(url.pathname)) throw wrong('that is a file')
  return url.href.replace(/\/?$/, '/')
}
