/** Bytes as letters that need no escaping in a URL (RFC 4648, section 5, without padding). The platform's own is a DOM name. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const letters = Math.min(4, bytes.length - i + 1)
    for (let k = 0; k < letters; k++) text += LETTERS[(three >> (18 - 6 * k)) & 63]
  }
  return text
}

/** Null when the text holds anything else, or has a length that no bytes lead to. */
export function fromBase64url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const letter of text) {
    const six = LETTERS.indexOf(letter)
    if (six < 0) return null
    held = ((held << 6) | six) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = held >> bits
    }
  }
  return bytes
}
