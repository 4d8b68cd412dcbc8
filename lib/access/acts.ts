/** What is told of what people did, and tried, in the words of the owners' page. */
export const actWords = {
  'signed-in': 'Signed in',
  'sign-in-failed': 'Could not sign in',
  'signed-out': 'Signed out',
  'sessions-ended': 'Ended the sessions of somebody',
  uploaded: 'Uploaded',
  deleted: 'Deleted',
  restored: 'Brought back',
  erased: 'Removed for good',
  'link-made': 'Made a link',
  'link-withdrawn': 'Withdrew a link',
  refused: 'Was refused',
} as const
export type ActCode = keyof typeof actWords
export const actCodes = Object.keys(actWords) as ActCode[]
