/** The texts of a sent form by name; what is absent, or a file, is empty. */
export function typedIn(form: FormData): (name: string) => string {
  return (name) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
}
