/** The id of the glossary that holds what the reader writes. */
export const OWN_GLOSSARY = 'my-glossary';
