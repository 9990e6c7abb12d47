/** The parts of a presentation. */
import '../style/present.css'
import '../style/presenter.css'

export { Present } from '../present/Present.tsx'
export { Presenter } from '../present/Presenter.tsx'
