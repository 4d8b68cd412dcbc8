/**
 * The same function, which computes its answer once for each object and gives it again until the object is forgotten.
 *
 * Only for objects that nobody changes any more, as the tables of a filing once they are read.
 */
export function oncePer<Subject extends object, Answer>(
  compute: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  const known = new WeakMap<Subject, { answer: Answer }>()
  return subject => {
    const old = known.get(subject)
    if (old !== undefined) return old.answer
    const answer = compute(subject)
    known.set(subject, { answer })
    return answer
  }
}
