/** The parts of the page for choosing. */
import '../style/named.css'
import '../style/choose.css'

export { Choose } from '../choose/Choose.tsx'
