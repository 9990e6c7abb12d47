/** What a figure in an article says besides what it draws. */
export const figureWords = {
  controls: 'Controls',
  play: 'Play',
  pause: 'Pause',
  step: 'Step',
  stepBack: 'Step back',
  reset: 'Back to the start',
  openInLab: 'Open in lab',
  stands: (playing: boolean, ended: boolean) => (playing ? 'playing' : ended ? 'at the end' : 'paused'),
  unseen: 'paused while off screen',
  nothing: 'This figure was given no run: its address needs s= or preset= after the hash.',
  unknownPreset: 'There is no preset of that name.',
  badTime: 'The time t of this figure must be whole microseconds, at most those of a day.',
}
