/**
 * `<replication-lab>`: a figure on somebody's page by one script, without dependencies. What stands between its tags is
 * shown until a reader starts the simulation, or for good where there is no script; then a frame takes its place, and
 * both talk over a private port. At most one figure of a page plays. Contract: `rlab/1`.
 */
import { HIDDEN } from '../address/spelled.ts'
import { heightOf } from './height.ts'
import { type Answer, type Host, hostOf } from './host.ts'
import { lookAround } from './look.ts'
import { prose } from './prose.ts'
import { shadow } from './shape.ts'

const HERE = (document.currentScript as HTMLScriptElement | null)?.src ?? location.href
/** The figure's parameters before the hash. */
const OPEN =
  'id loop play speed pace lock controls show focus theme accent motion terms lang dir announce keys origin'.split(' ')

const all = new Set<ReplicationLab>()

class ReplicationLab extends HTMLElement {
  static observedAttributes = ['theme']
  /** The last summary; null before the first. */
  state: Record<string, unknown> | null = null
  private host: Host | null = null
  private stops: (() => void)[] = []
  private settle: (answer: Answer) => void = () => {}
  ready = this.promise()

  connectedCallback(): void {
    all.add(this)
    if (this.host) return
    const { button } = shadow(this, `Start simulation: ${this.label}`)
    button.onclick = () => this.start(true)
    const loading = this.getAttribute('loading')
    if (loading === 'eager') this.start()
    if (loading !== 'lazy') return
    const near = new IntersectionObserver((seen) => seen.at(-1)!.isIntersecting && this.start(), {
      rootMargin: '200px',
    })
    near.observe(this)
    this.stops.push(() => near.disconnect())
  }

  disconnectedCallback(): void {
    all.delete(this)
    for (const stop of this.stops.splice(0)) stop()
    this.host?.close()
    this.host = null
  }

  attributeChangedCallback(): void {
    this.dress()
  }

  get label(): string {
    return (this.getAttribute('label') ?? 'replication').slice(0, 60)
  }

  play = (): Promise<Answer> => this.send({ type: 'play' })
  pause = (): Promise<Answer> => this.send({ type: 'pause' })
  step = (n = 1): Promise<Answer> => this.send({ type: 'step', n })
  back = (n = 1): Promise<Answer> => this.send({ type: 'back', n })
  seek = (to: number | string): Promise<Answer> => this.send({ type: 'seek', to })
  getState = (path?: string): Promise<Answer> => this.send({ type: 'getState', path })
  getLink = (): Promise<Answer> => this.send({ type: 'getLink' })
  reload(): Promise<Answer> {
    this.disconnectedCallback()
    this.ready = this.promise()
    this.connectedCallback()
    this.start()
    return this.ready
  }

  /** Any command of the contract; starts the figure where it has not been started. */
  async send(message: Record<string, unknown>): Promise<Answer> {
    this.start()
    await this.ready
    return this.host!.send(message)
  }

  private promise(): Promise<Answer> {
    return new Promise((settle) => {
      this.settle = settle
    })
  }

  /** The frame takes the place of what stood there. `byReader`: and the focus, and plays, for that is what was pressed. */
  private start(byReader = false): void {
    if (this.host || !this.isConnected) return
    const { root } = shadow(this)
    const frame = document.createElement('iframe')
    const sandbox = this.getAttribute('sandbox') ?? 'allow-scripts'
    const own = this.getAttribute('src')
    const src = own === null ? new URL('index.html', HERE) : new URL(own, document.baseURI)
    frame.title = this.label
    frame.setAttribute('sandbox', sandbox)
    frame.allow = 'fullscreen; clipboard-write'
    frame.referrerPolicy = 'no-referrer'
    frame.loading = byReader ? 'eager' : 'lazy'
    frame.src = this.address(src)
    this.grow(frame, heightOf(this.clientWidth))
    root.replaceChildren(frame)
    this.host = hostOf(frame, {
      id: this.getAttribute('id') ?? '',
      target: sandbox.includes('allow-same-origin') ? src.origin : '*',
      hear: (type, message) => this.hear(type, message, frame, src),
    })
    this.stops.push(lookAround(this, () => this.dress()))
    if (!byReader) return
    frame.addEventListener('load', () => frame.focus({ preventScroll: true }), { once: true })
    if (this.getAttribute('play') !== 'none') void this.play()
  }

  private address(src: URL): string {
    const spelled = (names: readonly string[]) =>
      `${new URLSearchParams(names.filter((name) => this.hasAttribute(name)).map((name) => [name, this.getAttribute(name)!]))}`
    const page = new URL(src)
    page.search = spelled(OPEN)
    if (!this.hasAttribute('origin') && location.origin !== 'null') page.searchParams.set('origin', location.origin)
    page.hash = spelled(HIDDEN)
    return page.href
  }

  private grow(frame: HTMLIFrameElement, height: number): void {
    frame.style.height = `${Math.min(height, Number(this.getAttribute('max-height')) || 4000)}px`
  }

  private dress(): void {
    void this.host?.send(lookAround.theme(this))
  }

  private hear(type: string, message: Record<string, unknown>, frame: HTMLIFrameElement, src: URL): void {
    const { height, running, url, key } = message
    if ((type === 'boot' || type === 'resize') && typeof height === 'number') this.grow(frame, Math.max(height, 120))
    if (type === 'ready') {
      this.dress()
      this.settle({ ok: true, ...message })
    }
    if (type === 'state') {
      this.state = message
      if (running) for (const other of all) if (other !== this && other.state?.['running']) void other.pause()
    }
    // A sandbox opens nothing; the reader pressed it there, and so it may be opened here.
    if (type === 'link' && typeof url === 'string' && url.startsWith(new URL('../../', src).href))
      open(url, '_blank', 'noopener')
    if (type === 'key') this.forward(`${key}`)
    if (['ready', 'milestone', 'step', 'predict', 'check', 'end', 'error', 'resize'].includes(type))
      this.dispatchEvent(new CustomEvent(`rlab:${type}`, { bubbles: true, composed: true, detail: message }))
  }

  /** To the deck around it, as if it had been pressed there. */
  private forward(key: string): void {
    const code = {
      PageUp: 33,
      PageDown: 34,
      End: 35,
      Home: 36,
      ArrowLeft: 37,
      ArrowUp: 38,
      ArrowRight: 39,
      ArrowDown: 40,
      ' ': 32,
    }[key]
    if (!code) return
    const press = {
      key,
      code: key === ' ' ? 'Space' : key,
      keyCode: code,
      bubbles: true,
      composed: true,
      cancelable: true,
    }
    this.dispatchEvent(new KeyboardEvent('keydown', press))
  }
}

if (!customElements.get('replication-lab')) {
  customElements.define('replication-lab', ReplicationLab)
  prose((id) => (id ? document.getElementById(id) : document.querySelector('replication-lab')) as ReplicationLab | null)
}
