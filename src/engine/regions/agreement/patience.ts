/**
 * How long a region waits before it asks again, or presses. Each time twice as long, and none as long as another region:
 * two that press in the same rhythm would outdo each other for ever, and a ballot takes longer than a single question.
 */
export const patienceUs = (giveUpUs: number, me: number, tries: number): number =>
  tries === 0 ? giveUpUs : Math.floor((giveUpUs * POWERS[Math.min(tries, 6)]! * (4 + me)) / 4)

const POWERS = [1, 2, 4, 8, 16, 32, 64]
