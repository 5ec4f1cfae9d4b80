/**
 * The filter of a page: by words, by group or theme. A person who is found brings the whole timetable of the group along. Before it, tables that
 * go on beyond the edge of the screen are marked. Runs as it is in the reader's browser, and is not needed to read the page.
 */
export const PAGE_SCRIPT = `(() => {
'use strict';
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
for (const edge of all('[data-edge]')) {
  const region = edge.firstElementChild;
  const mark = () => edge.classList.toggle('more', region.scrollWidth - region.clientWidth - region.scrollLeft > 1);
  region.addEventListener('scroll', mark, { passive: true });
  const observer = new ResizeObserver(mark);
  observer.observe(region);
  observer.observe(region.firstElementChild);
}
const form = document.querySelector('[data-filter]');
if (!form) return;
const search = form.querySelector('input');
const choice = form.querySelector('select');
const status = form.querySelector('[data-status]');
const fold = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').replace(/[\\u2019\\u02bc]/g, "'").replace(/\\s+/gu, ' ').toLowerCase();
const cards = all('[data-card]').map((card) => ({
  card,
  place: card.dataset.card,
  head: fold(card.querySelector('[data-name]').textContent),
  people: all('[data-person]', card).map((line) => ({ line, text: fold(line.textContent) })),
}));
const wholes = all('[data-whole]');
const items = all('[data-item]').map((item) => {
  let text = item.textContent;
  for (let whole = item.closest('[data-whole]'); whole; whole = whole.parentElement.closest('[data-whole]')) {
    const name = whole.querySelector(':scope > [data-name]');
    if (name) text += ' ' + name.textContent;
  }
  return { item, places: item.dataset.item.split(' '), text: fold(text) };
});
const filter = () => {
  const words = fold(search.value).split(' ').filter((word) => word !== '');
  const chosen = choice.value === '' ? undefined : new Set(choice.value.split(' '));
  const has = (text) => words.every((word) => text.includes(word));
  const isChosen = (place) => chosen === undefined || chosen.has(place);
  const found = new Set();
  let [people, groups, shown] = [0, 0, 0];
  for (const { card, place, head, people: lines } of cards) {
    const isWhole = has(head);
    let own = 0;
    for (const { line, text } of lines) {
      const isFound = has(text);
      line.classList.toggle('found', isFound && words.length > 0);
      if (isFound || isWhole) own++;
    }
    const isShown = isChosen(place) && (isWhole || own > 0);
    card.hidden = !isShown;
    if (!isShown) continue;
    found.add(place);
    groups++;
    people += own;
  }
  for (const { item, places, text } of items) {
    const isShown = (chosen === undefined || places.some(isChosen)) && (has(text) || places.some((place) => found.has(place)));
    item.hidden = !isShown;
    if (isShown) shown++;
  }
  for (const whole of wholes) whole.hidden = !whole.querySelector('[data-item]:not([hidden])');
  const isActive = words.length > 0 || chosen !== undefined;
  document.documentElement.classList.toggle('filtered', isActive);
  status.textContent = !isActive ? '' : groups + shown === 0 ? form.dataset.nothing
    : form.dataset.found.replace('{people}', people).replace('{groups}', groups).replace('{items}', shown);
};
search.addEventListener('input', filter);
choice.addEventListener('change', filter);
form.addEventListener('submit', (event) => event.preventDefault());
form.querySelector('button').addEventListener('click', () => {
  search.value = choice.value = '';
  filter();
  search.focus();
});
form.hidden = false;
filter();
})();
`;
