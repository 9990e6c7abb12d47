/**
 * What a screen reader hears while the figure plays: its milestones, or every stop as well, or nothing. One sentence in two
 * seconds at most; of several the newest.
 */
const APART_MS = 2000

export interface Voice {
  level: 'off' | 'summary' | 'all'
  /** `stop`: the whole picture, at a stop; otherwise a milestone. */
  say(sentence: string, stop?: boolean): void
}

export function voiceIn(parent: HTMLElement): Voice {
  const element = document.createElement('p')
  element.className = 'voice'
  element.setAttribute('aria-live', 'polite')
  parent.append(element)
  let next = ''
  let quietUntil = 0
  const speak = () => {
    element.textContent = next
    next = ''
    quietUntil = Date.now() + APART_MS
  }
  const voice: Voice = {
    level: 'summary',
    say(sentence, stop = false) {
      if (voice.level === 'off' || (stop && voice.level !== 'all') || sentence === element.textContent) return
      if (next === '') setTimeout(speak, Math.max(0, quietUntil - Date.now()))
      next = sentence
    },
  }
  return voice
}
