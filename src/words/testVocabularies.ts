/** No setting offers these two. They are what layouts are tested with: the longest words, and words from right to left. */
export const TEST_VOCABULARIES = {
  long: {
    master: 'Hauptdatenbankserver',
    masters: 'Hauptdatenbankserver',
    slave: 'Folgedatenbankserver',
    slaves: 'Folgedatenbankserver',
    lagColumn: 'Sekunden_Rueckstand_zum_Hauptdatenbankserver',
  },
  rtl: { master: 'ראשי', masters: 'ראשיים', slave: 'משני', slaves: 'משניים', lagColumn: 'שניות_פיגור' },
} as const
