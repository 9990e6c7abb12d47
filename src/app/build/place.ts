/** Where things lie: the figure that this page shows, and the address that others are given. */

/** The folder of this page. */
const here = (): string => new URL('./', location.href.replace(/[?#].*$/s, '')).href

/** Named when the lab was built; otherwise where it is now. */
export const siteAddress = (): string => import.meta.env['SITE_ADDRESS'] || here()

/** A preview is shown from where this page lies; its sandbox is that of a snippet, where scripts may be read in one. */
export const previewOf = (after: string): { src: string; sandbox: string | undefined } =>
  import.meta.env.DEV
    ? { src: `${here()}src/embed/index.html${after}`, sandbox: undefined }
    : { src: `${here()}embed/v1/index.html${after}`, sandbox: 'allow-scripts' }

/** As others find it. */
export const elsewhere = (address: string): string => {
  const [mine, site] = [here(), siteAddress()]
  return address.startsWith(mine) ? site + address.slice(mine.length) : address
}

/** One file has no figures beside it. */
export const isOneFile = (): boolean => import.meta.env.MODE === 'single'

/** Are there files for oEmbed? */
export const hasOembed = (): boolean => Boolean(import.meta.env['SITE_ADDRESS'])
