/** What there is to choose from where controls offer it before the tables of all settings are there. */
export const MODES = ['async', 'semi-sync', 'quorum', 'all'] as const

/** What a client can ask for where several masters share rows. */
export const OPERATIONS = ['put', 'increment', 'add', 'insert', 'delete'] as const
