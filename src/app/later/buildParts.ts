/** The parts of the page on which a figure is made. */
import '../style/named.css'
import '../style/build.css'

export { Build } from '../build/Build.tsx'
