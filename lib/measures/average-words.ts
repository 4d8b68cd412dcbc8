/** The figure that a loan began with, and the one that it has now. Words without either speak of the one that is usual. */
export const AT_ORIGINATION = /\borig(?:inal|ination)?\b/i
export const AT_CUT_OFF = /\bcurr(?:ent)?\b|\bcut-? ?off\b|\bupdated\b|\brefreshed\b|\bindexed\b/i
