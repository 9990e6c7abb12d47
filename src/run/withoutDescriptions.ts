/**
 * For the build of pages: the source of a table without its sentences, which nothing on a page but the hints of the
 * controls reads, and those keep theirs. What is left has every field, and checks, links and defaults go by that.
 */
export function withoutDescriptions(source: string): string {
  return source.replace(/(\bdescription:\s*)('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g, "$1''")
}
