/** What all names of one loan group have in common: `group 2` of "LOAN GROUP 2", "Mortgage Loan Group 2" and "Group 2". */
export function groupKey(group: string): string {
  return group.toLowerCase().replace(/^(?:(?:loan|mortgage|collateral)\s)+/, '')
}
