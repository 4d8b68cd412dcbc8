import { describe, expect, it } from 'vitest'
import { withoutUnshown } from './leave-out-unshown.ts'

/** What is left to read, without tags. */
const printed = (markup: string) => withoutUnshown(markup).replace(/<[^>]*>/g, '')

describe('what no browser shows', () => {
  it.each([
    ['an element that is not displayed', '5<span style="display:none">9</span>0', '50'],
    ['one with an element of its name in it', 'a<div style="display:none"><div>b</div>c</div>d', 'ad'],
    ['the attribute that hides', 'a<p hidden>b</p>c', 'ac'],
    ['a paragraph up to the next', '<p hidden>b<p>c', 'c'],
    ['a cell that is not closed', '<tr><td hidden>b<td>c</tr>', 'c'],
    [
      'a row that is not closed, tables in its cells and all',
      '<table><tr hidden><td><table><tr><td>a</table>b<tr><td>c</table>',
      'c',
    ],
    [
      'a cell in a hidden row',
      '<table><tr style="display : none"><td>a</td></tr><tr><td>c</td></tr></table>',
      'c',
    ],
    ['letters without size', '5<font style="font-size:0pt">9</font>0', '50'],
    [
      'letters without size but for those that have one',
      '<td style="font-size:0">1<b style="font-size:9pt">2</b>3</td>',
      '2',
    ],
    ['what is set without ink, which keeps its room', '5<b style="visibility:hidden">9</b>0', '5 0'],
    [
      'what is seen again in it',
      '<b style="visibility:hidden">9<i style="visibility:visible">40</i></b>',
      ' 40',
    ],
    [
      'what a rule of the page hides',
      '<style>/* .y {} */.x,td.y{display:none}</style><b class="z x">a</b><b class=y>b</b>',
      '/* .y {} */.x,td.y{display:none}b',
    ],
    [
      'what is struck out',
      '<s>45</s>40 <strike>a</strike><del>b</del><i style="text-decoration: line-through">c</i>',
      '40 ',
    ],
    [
      'what is hidden in an element that is never closed',
      'a<div style="display:none">b<i style="font-size:0">c</i>d',
      'abd',
    ],
    ['what is struck out in a cell that is not closed', '<td><s>45<td>40', '40'],
  ])('is left out: %s', (_, markup, left) => {
    expect(printed(markup)).toBe(left)
  })

  it.each([
    ['what is shown', '<p style="display:block;font-size:10pt">a</p>'],
    ['what is hidden in print alone', '<style>@media print{.x{display:none}}</style><b class=x>a</b>'],
    ['what an element hides that is never closed', 'a<div style="display:none">b'],
    ['columns under the marks of a table in text', '<S>   <C>   <C> 5 </S>'],
    ['what an element hides that holds nothing', '<img hidden>a<br style="display:none">b'],
  ])('leaves %s', (_, markup) => {
    expect(withoutUnshown(markup)).toBe(markup)
  })

  it('keeps all that is left at its place, line by line', () => {
    const markup = 'XY<i hidden>\nc\n</i>Z<s>e\nf</s>W'
    const left = withoutUnshown(markup)
    expect(left.split('\n').map(line => line.length)).toEqual(markup.split('\n').map(line => line.length))
    for (const letter of 'XYZW') expect(left.indexOf(letter)).toBe(markup.indexOf(letter))
  })
})
