// In place of the definitions as data where nobody inspects machines: in the figure for articles.
export const machineCharts = () => ({})
