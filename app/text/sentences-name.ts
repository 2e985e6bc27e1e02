// What the file of a page's sentences is called, before its hash: the build writes it, the server looks for it.

/** `route`: as the framework names it: `root`, `routes/plans.$id`. */
export function sentencesName(route: string, language: string): string {
  return `says-${route.replace(/^routes\//, '').replace(/[^\w.-]/g, '_')}.${language}`;
}
