import { type Field, type Fields, SCENARIO } from '../run/index.ts'

/**
 * Why each setting matters, by its group and name, as its table describes it. A build keeps the sentences here and
 * takes them out of the tables (`vite.config.ts`), so that a page loads them with the controls and not before.
 */
export const HINTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SCENARIO as Fields).flatMap(([group, table]) =>
    Object.entries(fieldsOf(table)).map(([name, { description }]) => [`${group}.${name}`, description]),
  ),
)

function fieldsOf(table: Field): Fields {
  return table.type === 'group' ? table.fields : table.type === 'list' ? table.of : {}
}
