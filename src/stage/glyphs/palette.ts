/**
 * The tokens of the three themes as colours, for pictures that leave the page: a file has no theme to ask. The page's
 * own are in its style sheet; a test holds the two equal.
 */
export type Theme = 'light' | 'dark' | 'projector'

const NAMES = ['canvas', 'panel', 'ink', 'muted', 'line', 'hair', 'ok', 'warn', 'crit'] as const
const MORE = ['stale', 'accent', 'conflict', 'A', 'B', 'C', 'on', 'sel'] as const
type Token = (typeof NAMES)[number] | (typeof MORE)[number]

const THEMES: Record<Theme, string> = {
  light:
    'ffffff f4f7fa 14202b 46535f 66747f d5dee6 1b6280 8c6314 7a1212 5b6670 1f5fd0 aa407a 2f66cc a65a00 063f33 ffffff e8effb',
  dark: '0e1621 18232f eef3f8 a9b8c7 7d93ab 2c3a49 2fb2f0 fbde55 e0707e 97a3b0 6f8df0 ffb6e3 8290dc d99a55 6bf5e8 0e1621 1b2942',
  projector:
    'ffffff ffffff 14202b 14202b 46535f 9aa7b2 155772 65560f 560a10 3f4a54 063ddf aa115f 0a4bd0 7f4d0f 072621 ffffff e8effb',
}

/** Faces as the page has them, for whoever has them too; the last name of each is everywhere. */
const FACES = {
  sans: "system-ui,-apple-system,'Segoe UI','Noto Sans',sans-serif",
  mono: "ui-monospace,'SF Mono','Cascadia Mono','DejaVu Sans Mono',Menlo,Consolas,monospace",
} as const

/** Every token of a theme with its value: colours as #rrggbb, faces as a list of families. */
export function palette(theme: Theme): Record<Token | keyof typeof FACES, string> {
  const colours = THEMES[theme].split(' ').map((hex) => `#${hex}`)
  const tokens = [...NAMES, ...MORE].map((name, i) => [name, colours[i]!] as const)
  return { ...(Object.fromEntries(tokens) as Record<Token, string>), ...FACES }
}
