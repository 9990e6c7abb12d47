/** What the settings are called: how the lab looks, sounds and speaks. */
export const looks = {
  theme: 'Theme',
  themes: { auto: 'system', light: 'light', dark: 'dark', projector: 'projector' },
  textSize: 'Size of everything',
  percent: (n: number) => `${n} %`,
  vocabulary: 'Words for the roles',
  vocabularyHint: 'Identifiers in files and links stay as they are, whatever is spoken here.',
  announcements: 'Told to screen readers while playing',
  announcement: { all: 'all', milestones: 'milestones', off: 'nothing' },
  shortcuts: 'Keyboard shortcuts',
  autoPace: 'Hurry through quiet stretches',
  motion: 'Motion',
  motions: { auto: 'system', reduced: 'reduced' },
  motionHint: 'Reduced: nothing travels, everything is shown.',
} as const
