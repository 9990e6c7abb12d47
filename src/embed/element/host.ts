/** The host's end of the port to one frame: says hello when the frame has booted, numbers what it sends, matches answers. */
export interface Answer {
  ok: boolean
  error?: string
  [name: string]: unknown
}

export interface Host {
  send(message: Record<string, unknown>): Promise<Answer>
  close(): void
}

interface Options {
  id: string
  /** The origin of the frame; `*` for a sandboxed one, which has none. */
  target: string
  hear(type: string, message: Record<string, unknown>): void
}

export function hostOf(frame: HTMLIFrameElement, { id, target, hear }: Options): Host {
  const waiting = new Map<number, (answer: Answer) => void>()
  const before: Record<string, unknown>[] = []
  let port: MessagePort | null = null
  let seq = 0

  const fromPort = ({ data }: MessageEvent) => {
    if (data.type !== 'ack') hear(data.type, data)
    waiting.get(data.re)?.(data)
    waiting.delete(data.re)
  }
  // Of the window's messages only those of this very frame, whatever origin they claim.
  const fromWindow = ({ source, data }: MessageEvent) => {
    if (source !== frame.contentWindow || data?.rlab !== 1) return
    if (data.type === 'boot') {
      port?.close()
      const channel = new MessageChannel()
      port = channel.port1
      port.onmessage = fromPort
      const nonce = `${Math.random()}${performance.now()}`
      frame.contentWindow!.postMessage({ rlab: 1, type: 'hello', ...(id && { id }), nonce, opens: true }, target, [
        channel.port2,
      ])
      for (const message of before.splice(0)) port.postMessage(message)
    }
    if (data.type === 'boot' || data.type === 'resize') hear(data.type, { height: data.height })
  }
  addEventListener('message', fromWindow)
  return {
    send: (message) =>
      new Promise((settle) => {
        seq += 1
        waiting.set(seq, settle)
        const whole = { rlab: 1, ...(id && { id }), seq, ...message }
        if (port) port.postMessage(whole)
        else before.push(whole)
      }),
    close() {
      removeEventListener('message', fromWindow)
      port?.close()
    },
  }
}
