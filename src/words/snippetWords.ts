/** What stands in a piece of HTML that an author pastes, and in the pages that tell others about a figure. */
export const snippetWords = {
  openInLab: 'Open in Replication Lab',
  provider: 'Replication Lab',
}
