/** How high a frame is for its width, both in pixels, as documented for pages without script. */
export const heightOf = (width: number): number => (width < 420 ? 560 : width < 640 ? 500 : width < 760 ? 470 : 540)
