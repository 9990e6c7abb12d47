/**
 * Modules as classic scripts. The sandboxed frame of a careful host refuses module scripts, and so `import()` too, but it
 * runs any script that the page asks for. So the pieces of the figure are built as CommonJS, each is wrapped so that it
 * hands itself in under its file's name, and the entry brings the few lines that ask for pieces and put them together.
 */
import type { Plugin } from 'vite'

const HAND_IN = 'replicationLabPiece'
const DYNAMIC = /Promise\.resolve\(\)\.then\(\(\)=>(?:[\w$.]+\()?require\(("[^"]+")\)(?:\))?\)/g

/** The bundler wraps each `import()` to preload its style sheets; a figure's have none. */
const WRAPPED = /(?:\b[\w$]+\.)?\b[\w$]+\(\(\)=>(load\("[^"]+"\)),void 0,\{\}\.url\)/g
const WRAPPED_PARTS =
  /(?:\b[\w$]+\.)?\b[\w$]+\(async\(\)=>\{let\{[^}]*\}=await (load\("[^"]+"\)(?:\.then\([\w$]+=>[\w$.]+\))?);return\{[^}]*\}\},void 0,\{\}\.url\)/g
const WRAP_END = /,void 0,\{\}\.url\)/g

/** A list of pieces by the names of their files, as a glob makes it, takes one line for all. */
const GLOB = /\{((?:"\.\/[\w-]+\.ts":\(\)=>load\("\.\/[\w-]+\.js"\),?){3,})\}/g
const inOneLine = (_: string, list: string): string => {
  const files = [...list.matchAll(/load\("\.\/([\w-]+)\.js"\)/g)].map(([, file]) => file)
  return `Object.fromEntries("${files.join(' ')}".split(" ").map(f=>["./"+f.slice(0,-8)+".ts",()=>load("./"+f+".js")]))`
}

/** A long list of what a piece hands to others takes one word less for each. */
const EXPORTS = /exports\.[\w$]+=[\w$]+(?:,exports\.[\w$]+=[\w$]+){9,}/g
const inOneObject = (list: string): string =>
  `Object.assign(exports,{${list.replace(/exports\.([\w$]+)=([\w$]+)/g, '$1:$2')}})`

/** What each piece needs besides itself before it can run. */
type Needs = Record<string, string[]>

/**
 * The entry's own lines. `pieces`: those that the entry may ask for; what others ask for they bring themselves. A piece
 * that was asked for runs once; one that could not be fetched is asked for again the next time.
 */
const ENTRY = (name: string, pieces: Needs, code: string) => `(()=>{
const needs=${JSON.stringify(pieces)},base=new URL(".",document.currentScript.src),bodies={},made={},asked={};
globalThis.${HAND_IN}=(name,body,more)=>{bodies[name]=body;Object.assign(needs,more)};
const require=path=>{const name=path.slice(2);if(!made[name]){made[name]={};bodies[name](require,made[name],load)}return made[name]};
const ask=name=>asked[name]??=new Promise((done,failed)=>{
document.head.append(Object.assign(document.createElement("script"),{src:new URL(name,base),onload:done,
onerror(){delete asked[name];this.remove();failed(new Error(name+" could not be fetched"))}}))});
const load=path=>Promise.all([path.slice(2),...needs[path.slice(2)]??[]].map(one=>bodies[one]||ask(one))).then(()=>require(path));
const exports=made[${JSON.stringify(name)}]={};
${code}
})();`

const handIn = (name: string, code: string, needs: Needs) =>
  `${HAND_IN}(${JSON.stringify(name)},(require,exports,load)=>{${code}}${Object.keys(needs).length > 0 ? `,${JSON.stringify(needs)}` : ''});`

/** For an environment whose output is CommonJS with one entry. */
export const classicScripts = (environment: string): Plugin => ({
  name: 'classic-scripts',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === environment,
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const nameOf = (file: string) => file.split('/').at(-1)!
      const entry = chunks.find(({ isEntry }) => isEntry)!
      if (entry.imports.length > 0) this.error(`the entry cannot run before ${entry.imports.join(', ')}`)
      const under = (file: string, seen = new Set<string>()): Set<string> => {
        for (const one of chunks.find(({ fileName }) => fileName === file)!.imports)
          if (one !== entry.fileName && !seen.has(one)) under(one, seen.add(one))
        return seen
      }
      const needsOf = (asked: readonly string[]): Needs =>
        Object.fromEntries(
          asked
            .map((file): [string, string[]] => [nameOf(file), [...under(file)].map(nameOf)])
            .filter(([, all]) => all.length > 0),
        )
      for (const chunk of chunks) {
        let found = 0
        const code = chunk.code.replace(DYNAMIC, (_, file: string) => {
          found += 1
          return `load(${file})`
        })
        if (found < chunk.dynamicImports.length) this.error(`${chunk.fileName}: an import() was not recognised`)
        const bare = code
          .replace(WRAPPED, '$1')
          .replace(WRAPPED_PARTS, '$1')
          .replace(WRAP_END, ')')
          .replace(GLOB, inOneLine)
          .replace(EXPORTS, inOneObject)
        chunk.code = chunk.isEntry
          ? ENTRY(nameOf(chunk.fileName), needsOf(chunk.dynamicImports), bare)
          : handIn(
              nameOf(chunk.fileName),
              bare,
              needsOf(chunk.dynamicImports.filter((one) => !entry.dynamicImports.includes(one))),
            )
      }
    },
  },
})
