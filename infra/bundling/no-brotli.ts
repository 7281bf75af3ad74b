/** Stands in for fontkit's Brotli decoder, whose dictionary weighs 480 KB, inside a bundle: our font is not WOFF2. */
export default (): never => {
  throw new Error("the Brotli decoder is left out of the bundle");
};
