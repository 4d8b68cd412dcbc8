/**
 * The same function, which remembers its answer for each object as long as the object is there: a filing may state
 * thousands of figures that one list of tables, or one long table, answers for.
 *
 * Only for functions whose answer does not change, of objects that nobody changes.
 */
export function rememberOf<Asked extends object, Answer>(
  answer: (asked: Asked) => Answer,
): (asked: Asked) => Answer {
  const known = new WeakMap<Asked, { answer: Answer }>()
  return asked => {
    const old = known.get(asked)
    if (old !== undefined) return old.answer
    const found = answer(asked)
    known.set(asked, { answer: found })
    return found
  }
}
