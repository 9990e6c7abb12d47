import { hue, type RoleIcon, roleIcon, shield } from '../glyphs/index.ts'
import { area, group, label, line, p, type Shape } from '../picture/index.ts'

/**
 * The header of a card: role as icon and word, name, epoch. A master's is inked. The one of a slave that takes over
 * inks from left to right as its relay log empties, and every letter inverts where the edge passes it.
 */
export interface HeaderLook {
  width: number
  icon: RoleIcon
  role: string
  name: string
  epoch: number
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

const HEADER_HEIGHT = 30

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
  const rule = line('rule', p`M0 ${HEADER_HEIGHT}h${look.width}`, look.rule, 1)
  if (look.opacity < 1) {
    // The ink goes first, then the words turn.
    const light = look.opacity > 0.5
    const text = words(look, light ? hue.canvas : look.ink, light ? hue.canvas : look.roleInk)
    return group('header', [rule, group('fading', [ground(look.width)], { opacity: look.opacity }), ...text])
  }
  const inked = [ground(look.width), ...words(look, hue.canvas, hue.canvas)]
  if (look.inked >= 1) return group('header', [group('inked', inked)])
  const open = group('open', words(look, look.ink, look.roleInk))
  if (look.inked <= 0) return group('header', [rule, open])
  return group('header', [rule, open, edge(look), group('inked', inked, { 'clip-path': `url(#${look.id})` })])
}

const ground = (width: number): Shape =>
  area('ground', p`M0 ${HEADER_HEIGHT}V6a6 6 0 0 1 6 -6h${width - 12}a6 6 0 0 1 6 6v${HEADER_HEIGHT - 6}z`, hue.ink)

const edge = (look: HeaderLook): Shape => ({
  key: 'edge',
  tag: 'clipPath',
  attributes: { id: look.id },
  children: [
    {
      key: 'reach',
      tag: 'rect',
      attributes: { x: 0, y: 0, width: look.width * look.inked, height: HEADER_HEIGHT },
    },
  ],
})

function words(look: HeaderLook, ink: string, roleInk: string): Shape[] {
  const role = label('role', 35, 20, look.role, { size: 14, fill: roleInk, bold: true })
  role.attributes['letter-spacing'] = '0.03em'
  return [
    roleIcon(look.icon, 19, 15, roleInk),
    role,
    label('name', look.width - 48, 20, look.name, { size: 14, fill: ink, mono: true, anchor: 'end' }),
    shield(look.width - 40, 5.5, look.epoch, ink),
  ]
}
