/** A module of ours with all that it imports, as one script that puts its exports into a global of that name. */
import { build } from 'vite'

export async function bundle(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: new URL(entry, import.meta.url).pathname, formats: ['iife'], name },
    },
  })
  const [result] = [built].flat() as { output: { code?: string }[] }[]
  return result!.output[0]!.code!
}
