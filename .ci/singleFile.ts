/**
 * The whole lab as one .html that works from a folder, without a server: schools that allow no network allow a file. All
 * code lies in it deflated, and a few lines unpack and start it; styles and pictures are in the page; and a content policy
 * forbids everything else, every request included.
 */
import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { Plugin } from 'vite'

const FILE = 'replication-lab.html'

/** Four bytes as five of these 85 characters, none of which ends a script: a fifth more than bytes, where base64 is a third. */
const FIRST = 35
const LEFT_OUT = 60
const START = `
const unpacked = (part) => {
  const text = part.textContent
  const bytes = new DataView(new ArrayBuffer((text.length / 5) * 4))
  for (let i = 0; i < text.length; i += 5) {
    let four = 0
    for (let k = i; k < i + 5; k++) {
      const c = text.charCodeAt(k)
      four = four * 85 + c - (c > ${LEFT_OUT} ? ${FIRST + 1} : ${FIRST})
    }
    bytes.setUint32((i / 5) * 4, four)
  }
  const packed = new Blob([bytes.buffer.slice(0, part.dataset.bytes)])
  return new Response(packed.stream().pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer()
}
const parts = await Promise.all([...document.querySelectorAll('script[data-bytes]')].map(unpacked))
const [code, ...data] = parts.map((part, i) => {
  const type = i === 0 ? 'text/javascript' : 'application/wasm'
  return URL.createObjectURL(new Blob([part], { type }))
})
globalThis.singleFileData = data
await import(code)
`

function packed(bytes: Uint8Array): string {
  const deflated = deflateRawSync(bytes, { level: 9 })
  const whole = Buffer.alloc(Math.ceil(deflated.length / 4) * 4)
  deflated.copy(whole)
  let text = ''
  for (let i = 0; i < whole.length; i += 4) {
    let four = whole.readUInt32BE(i)
    let five = ''
    for (let k = 0; k < 5; k++) {
      const digit = FIRST + (four % 85)
      five = String.fromCharCode(digit >= LEFT_OUT ? digit + 1 : digit) + five
      four = Math.floor(four / 85)
    }
    text += five
  }
  return `<script type="text/plain" data-bytes="${deflated.length}">${text}</script>`
}

/** Their order, which otherwise is that of the first rule of each, in whatever order the sheets come. */
const LAYERS = '@layer properties, theme, base, components, utilities;'

const hashed = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * The starting lines by their hash, and what they have unpacked; WebAssembly for the reader's functions; styles also by
 * attribute, which drawings use; pictures and the interpreter of functions from the page itself, nothing from elsewhere.
 */
const POLICY = [
  "default-src 'none'",
  `script-src ${hashed(START)} blob: 'wasm-unsafe-eval'`,
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'connect-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The code, and apart from it the large files that it holds as text, each once: they pack better as bytes. */
function apart(code: string): { code: string; data: Buffer[] } {
  const known: string[] = []
  const rest = code.replace(/(["'`])data:application\/wasm;base64,([\w+/=]+)\1/g, (_all, _quote, base64: string) => {
    if (!known.includes(base64)) known.push(base64)
    return `singleFileData[${known.indexOf(base64)}]`
  })
  return { code: rest, data: known.map((base64) => Buffer.from(base64, 'base64')) }
}

export const singleFile = (picture: () => string): Plugin => ({
  name: 'single-file',
  apply: 'build',
  enforce: 'post',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const page = bundle['index.html']
      if (page?.type !== 'asset') return this.error('index.html was not built')
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const [chunk] = chunks
      if (!chunk || chunks.length > 1) return this.error(`one piece was wanted, not ${chunks.length}`)
      const styles = Object.values(bundle).flatMap((file) =>
        file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
      )
      const { code, data } = apart(chunk.code)
      const parts = [Buffer.from(code), ...data].map(packed).join('\n    ')
      const policy = `<meta http-equiv="Content-Security-Policy" content="${POLICY}" />`
      page.source = String(page.source)
        .replace(/\s*<script[^>]*><\/script>/, '')
        .replace(/\s*<link rel="stylesheet"[^>]*>/g, '')
        .replace(/<link rel="icon"[^>]*>/, () => `<link rel="icon" href="${picture()}" />`)
        .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${policy}`)
        .replace('</head>', () => `  <style>${LAYERS}${styles.join('\n')}</style>\n  </head>`)
        .replace('</body>', () => `  ${parts}\n    <script type="module">${START}</script>\n  </body>`)
      for (const file of Object.keys(bundle)) if (file !== 'index.html') delete bundle[file]
      page.fileName = FILE
    },
  },
})
