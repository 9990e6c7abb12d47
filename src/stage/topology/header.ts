import { hue, type Origin, type RoleIcon, roleIcon, shield, silhouette } from '../glyphs/index.ts'
import { area, box, fitted, group, label, line, p, type Shape, shifted, textWidth } from '../picture/index.ts'

/**
 * The header of a card: role as icon and word, name, epoch. A master's is inked. The one of a slave that takes over
 * inks from left to right as its relay log empties, and every letter inverts where the edge passes it.
 */
export interface HeaderLook {
  width: number
  height: number
  /** Stands beside the row instead of above it: inked to the card's lower edge, without a rule. */
  beside: boolean
  icon: RoleIcon
  role: string
  name: string
  /** Null where there is no room for it. */
  epoch: number | null
  /** In place of the epoch, where there is none: a word in a frame. */
  tag?: string | null | undefined
  /** Of several masters: the silhouette of its entries. */
  origin?: Origin | undefined
  /** Colour of everything on the open part. */
  ink: string
  /** Colour of icon and role word on the open part. */
  roleInk: string
  /** Share that is inked, 0 to 1. */
  inked: number
  /** Opacity of the ink: a header fades once when its node dies. */
  opacity: number
  /** Line under an open header. */
  rule: string
  /** Unique on the page, for the edge. */
  id: string
}

/** The height that icons and words are drawn for. */
const USUAL = 30

/** The last header of each card: between two events it stays the very same shapes. */
const last = new Map<string, { look: HeaderLook; shape: Shape }>()

export function header(look: HeaderLook): Shape {
  const old = last.get(look.id)
  if (old && isSame(old.look, look)) return old.shape
  const shape = drawing(look)
  if (last.size > 200) last.clear()
  last.set(look.id, { look, shape })
  return shape
}

const isSame = (a: HeaderLook, b: HeaderLook): boolean =>
  (Object.keys(a) as (keyof HeaderLook)[]).every((name) => a[name] === b[name])

function drawing(look: HeaderLook): Shape {
  const rule = line('rule', look.beside ? '' : p`M0 ${look.height}h${look.width}`, look.rule, 1)
  if (look.opacity < 1) {
    // The ink goes first, then the words turn.
    const light = look.opacity > 0.5
    const text = words(look, light ? hue.canvas : look.ink, light ? hue.canvas : look.roleInk)
    return group('header', [rule, group('fading', [ground(look)], { opacity: look.opacity }), ...text])
  }
  const inked = [ground(look), ...words(look, hue.canvas, hue.canvas)]
  if (look.inked >= 1) return group('header', [group('inked', inked)])
  const open = group('open', words(look, look.ink, look.roleInk))
  if (look.inked <= 0) return group('header', [rule, open])
  return group('header', [rule, open, edge(look), group('inked', inked, { 'clip-path': `url(#${look.id})` })])
}

const ground = ({ width, height, beside }: HeaderLook): Shape =>
  beside
    ? box('ground', 0, 0, width, height, hue.ink, { rx: 6 })
    : area('ground', p`M0 ${height}V6a6 6 0 0 1 6 -6h${width - 12}a6 6 0 0 1 6 6v${height - 6}z`, hue.ink)

const edge = (look: HeaderLook): Shape => ({
  key: 'edge',
  tag: 'clipPath',
  attributes: { id: look.id },
  children: [
    {
      key: 'reach',
      tag: 'rect',
      attributes: { x: 0, y: 0, width: look.width * look.inked, height: look.height },
    },
  ],
})

function words(look: HeaderLook, ink: string, roleInk: string): Shape[] {
  const y = (look.height - USUAL) / 2
  const role = label('role', 35, 20 + y, look.role, { size: 14, fill: roleInk, bold: true })
  const tag = look.tag ? textWidth(look.tag, TAG) + 10 : 0
  const endBy = (epoch: number | null) =>
    epoch !== null ? look.width - 46 : tag > 0 ? look.width - 16 - tag : look.width - 10
  // What is left between the role and the shield.
  const roomBy = (epoch: number | null) =>
    endBy(epoch) - 2 - 35 - look.role.length * ROLE_LETTER - 4 - (look.origin ? SWATCH + 10 : 0)
  // Several masters are all of the first epoch: where that makes it tight, it goes.
  const tight = look.origin !== undefined && textWidth(look.name, NAME) > roomBy(look.epoch)
  const epoch = tight ? null : look.epoch
  const [end, room] = [endBy(epoch), roomBy(epoch)]
  if (look.width > 200) role.attributes['letter-spacing'] = '0.03em'
  const name = nameIn(look.name, room)
  return [
    roleIcon(look.icon, 19, 15 + y, roleInk),
    role,
    ...(look.origin ? [swatch(look.origin, end - textWidth(name, NAME) - 8 - SWATCH, 6 + y, ink)] : []),
    label('name', end, 20 + y, name, { ...NAME, fill: ink, anchor: 'end' }),
    ...(epoch === null ? [] : [shield(look.width - 40, 5.5 + y, epoch, ink)]),
    ...(look.tag
      ? [
          box('frame', look.width - 10 - tag, 6 + y, tag, 18, 'none', { rx: 4, stroke: ink, 'stroke-width': 1.2 }),
          label('tag', look.width - 10 - tag / 2, 19.4 + y, look.tag, { ...TAG, fill: ink, anchor: 'middle' }),
        ]
      : []),
  ]
}

const SWATCH = 18
const TAG = { bold: true } as const
const NAME = { size: 14, mono: true } as const

/** Whose entries wear this silhouette: the letter stands in the colour of what is under it. */
function swatch(origin: Origin, x: number, y: number, ink: string): Shape {
  const how = { bold: true, mono: true, anchor: 'middle', fill: ink === hue.canvas ? hue.ink : hue.canvas } as const
  const shapes = [area('shape', silhouette(origin, SWATCH, SWATCH), ink), label('letter', 9, 13.4, origin, how)]
  return group('origin', shifted(shapes, x, y))
}

/** Bold capitals of 14 with their spacing. */
const ROLE_LETTER = 10.2

/** A name of the usual length is never cut: it may come close to the role. */
const nameIn = (name: string, room: number): string =>
  name.length <= 4 ? name : fitted(name, Math.max(room, 34), NAME)
