import { parametersOf, type View } from './view.ts'

/** A view as hidden fields of a form that changes a part of it. */
export function ViewFields({ view, change }: { view: View; change: Partial<View> }) {
  return parametersOf(view, change).map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ))
}
