export const supplierWords: readonly string[] = toList(`
  Castellan, Nordvik, Hallmere, Pinecrest, Orsini, Blue Harbor, Tamarack, Weston, Kallio, Juniper,
  Great Plains, Sterling, Marisol, Fairbanks, Lotus, Ostrava, Redwood, Calder, Hawthorne, Silver Birch,
  Monterrey, Delacroix, Bayside, Summit, Ironwood, Pacific Crest, Highland, Keystone, Verdant, Cobalt,
  Prairie, Lindgren, Amber, Golden Gate, Evergreen, Rhineland, Tuscany, Mekong, Pearl River, Sakura,
  Bluestone, Northgate, Clearwater, Hudson, Mayfair, Cedar Ridge, Trident, Arroyo, Lakeshore, Magnolia,
  Granite, Foxglove, Harvest, Meridian, Old Mill, Quarry Hill, Riverside, Sandstone, Three Oaks, Union,
  Vantage, Willow`);

export const firstNames: readonly string[] = toList(`
  Ada, Amir, Beatriz, Caleb, Chloe, Daniel, Dana, Elena, Elias, Emma, Felix, Grace, Hana, Hugo, Ines,
  Isaac, Jamal, Joan, Julia, Kai, Karen, Leo, Lucia, Marcus, Mei, Nadia, Nathan, Nina, Oliver, Omar,
  Paula, Priya, Quinn, Rosa, Samir, Sofia, Theo, Tara, Uma, Victor, Wanda, Xavier, Yara, Zoe`);

export const lastNames: readonly string[] = toList(`
  Abbott, Alvarez, Baker, Banerjee, Bishop, Carter, Chen, Cohen, Cruz, Diaz, Dubois, Ellis, Fischer,
  Flores, Garcia, Grant, Hansen, Hughes, Ivanov, Jackson, Johnson, Kim, Kowalski, Larsen, Lee, Lopez,
  Martin, Mbeki, Miller, Morgan, Nguyen, Novak, O'Brien, Okafor, Olsen, Park, Patel, Quinn, Reed, Rossi,
  Sato, Schmidt, Silva, Singh, Turner, Vargas, Walker, Weber, Wong, Young, Zhang`);

/** What a business customer calls itself after the owner's or a place's name, by segment. */
export const businessWords: Record<string, readonly string[]> = {
  'Small business': ['Studio', 'Dental', 'Bakery', 'Florist', 'Books', 'Consulting', 'Yoga', 'Salon'],
  Contractor: ['Builders', 'Landscaping', 'Renovations', 'Electric', 'Plumbing', 'Painting'],
  Hospitality: ['Inn', 'Hotel', 'Bistro', 'Lodge', 'Catering', 'Café'],
  Retailer: ['Hardware', 'Home Store', 'Garden Center', 'General Store', 'Trading Post', 'Outfitters'],
};

function toList(text: string): string[] {
  return text.split(',').map((name) => name.trim());
}
