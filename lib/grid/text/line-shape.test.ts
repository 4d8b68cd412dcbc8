import { expect, test } from 'vitest'
import { scanLines, shapeAt } from './scan-lines.ts'

test.each([
  ['', 'blank'],
  [' \t ', 'blank'],
  ['\f', 'page'],
  ['<PAGE>', 'page'],
  ['<PAGE>   1', 'page'],
  ['<TABLE>', 'tag'],
  ['<S>       <C>      <C>', 'tag'],
  ['</TABLE>', 'tag'],
  ['<CAPTION>              2001      2000', 'tag'],
  ['<SEQUENCE>2', 'tag'],
  ['<b onclick=x>     47     $ 12,891,262.37', 'text'],
  ['<= 50.00      3     1,000.00', 'text'],
  ['< 550      3     1,000.00', 'text'],
  ['-----------', 'rule'],
  ['   =====   =======  ====', 'rule'],
  ['_________', 'rule'],
  ['......', 'rule'],
  ['--', 'text'],
  ['-2-', 'text'],
  ['- ---- Oregon', 'text'],
])('calls “%s” %s', (line, shape) => {
  expect(shapeAt(scanLines([line], 0, 1), 0)).toBe(shape)
})
