/** The parts of a walkthrough's page. */
import '../style/learn.css'
import '../style/learnRoom.css'

export { Learn } from '../learn/Learn.tsx'
export { ReturnToStep } from '../learn/ReturnToStep.tsx'
