/** The light theme's colours: a picture in a chat knows no theme, and no style sheet. */
export const colours = {
  paper: '#ffffff',
  rule: '#e1e4e8',
  ink: '#14181d',
  ink2: '#454d57',
  quiet: '#606973',
  data: '#0072b2',
  pass: '#00704f',
  passMarks: '#009e73',
  fail: '#a84300',
  failMarks: '#d55e00',
} as const
