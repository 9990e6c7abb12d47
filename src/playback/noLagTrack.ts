// In place of the curves of lag where nobody asks for them: in the figure for articles.
export class LagTrack {}
