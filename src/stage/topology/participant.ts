/** The participant under the pointer, or null. */
export function participantAt(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest('[data-node],[data-client],[data-monitor]') : null
  if (!element) return null
  return (
    element.getAttribute('data-node') ?? element.getAttribute('data-client') ?? element.getAttribute('data-monitor')
  )
}
