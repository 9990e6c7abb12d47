/** The bar's icons, 16 x 16, always beside a word or a label. */
const PATHS = {
  play: 'M4 2.5v11l9.5-5.5z',
  pause: 'M3.5 2.5h3.2v11H3.5zM9.3 2.5h3.2v11H9.3z',
  stepBack: 'M13.5 3v10l-7-5zM3 3h2v10H3z',
  step: 'M2.5 3v10l7-5zM11 3h2v10h-2z',
  milestoneBack: 'M8 3v10L2 8zM14 3v10L8 8z',
  milestone: 'M8 3v10l6-5zM2 3v10l6-5z',
  reset: 'M3 3v4h4M3.4 7A5.4 5.4 0 1 1 2.7 9.6',
  out: 'M6 3H3v10h10v-3M9 2.5h4.5V7M13 3L7.5 8.5',
  expand: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
} as const

const SVG = 'http://www.w3.org/2000/svg'

export function icon(name: keyof typeof PATHS): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('class', /reset|out|expand/.test(name) ? 'icon line' : 'icon')
  svg.setAttribute('aria-hidden', 'true')
  path.setAttribute('d', PATHS[name])
  svg.append(path)
  return svg
}
