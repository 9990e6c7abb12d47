/** Where the stage shows a participant now, in pixels of the page: for a menu beside it. */
type Place = (id: string) => { x: number; y: number; width: number; height: number } | null

let current: Place = () => null

/** The stage on the page lends its eyes; the answer takes them back. */
export function lendPlaces(place: Place): () => void {
  current = place
  return () => {
    if (current === place) current = () => null
  }
}

export const stagePlace: Place = (id) => current(id)
