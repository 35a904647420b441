/**
 * The colours of the base map: a calm ground in two themes, on which the data are what one sees. Nothing is as strong as
 * the faintest class of places; inks have at least 4.5 : 1 against every ground that they may lie on.
 *
 * @typedef {'light' | 'dark'} Theme
 */

/** @type {Record<Theme, Record<string, string>>} */
export const COLOURS = {
  light: {
    paper: '#f3f0e9', built: '#efebe2', commerce: '#f2e7e0', industry: '#ebe6e6', farm: '#f0eddb', school: '#f3ead6', care: '#f4e5e1',
    park: '#d9e8c8', meadow: '#dfeacb', scrub: '#d3e2be', forest: '#c8dcb9', wetland: '#d3e3dc', sand: '#f3ead0', rock: '#e4e0d9',
    cemetery: '#d3decb', garden: '#dbe7cd', pitch: '#c3dfb8', pitchEdge: '#9fc494', playground: '#d5ebc9', square: '#ece5db', parking: '#e7e4df',
    site: '#e5dfcb', platform: '#ded9d4', water: '#b3d3e2', waterLine: '#9cc5d9', building: '#dfd5c5', buildingEdge: '#c5b8a4',
    motorway: '#e3c6a6', trunk: '#ead5b4', primary: '#f1e3c3', secondary: '#f8f1da', tertiary: '#ffffff', street: '#ffffff',
    service: '#ffffff', pedestrian: '#f1ebe3', runway: '#d9d8d6', casing: '#cabfae', mainCasing: '#bda98c', bridge: '#8d8374',
    path: '#85643a', cycle: '#4a76a8', steps: '#7d5636', track: '#98825c', under: '#f6f4ee', rail: '#a19b94', railTie: '#f6f4ef', ferry: '#6b9cb5',
    boundary: '#96789a', lamp: '#f3ae12', lampEdge: '#553f00', lit: '#f2b632', unlit: '#6a4a92',
    ink: '#333f48', faint: '#4d5a64', halo: '#fbf9f4', waterInk: '#24586f', natureInk: '#33602c', transportInk: '#285a8c', cultureInk: '#75491f',
    shopInk: '#783f76', careInk: '#8f2d2d', numberInk: '#5f564b', european: '#2d6a47', national: '#2b5e93', outline: '#7f8e97',
  },
  dark: {
    paper: '#161c22', built: '#1a2026', commerce: '#221f23', industry: '#1e2127', farm: '#1d211c', school: '#25241f', care: '#272023',
    park: '#1b2c22', meadow: '#1d2b21', scrub: '#1b2a20', forest: '#182a1f', wetland: '#182a2b', sand: '#29271f', rock: '#22262a',
    cemetery: '#1d2925', garden: '#1c2b22', pitch: '#1f3a2a', pitchEdge: '#315440', playground: '#20362a', square: '#262a2e', parking: '#20262b',
    site: '#272620', platform: '#2b3036', water: '#163a4b', waterLine: '#235066', building: '#28313a', buildingEdge: '#3a4651',
    motorway: '#5f5545', trunk: '#595247', primary: '#524e47', secondary: '#4c4d4b', tertiary: '#444d56', street: '#37424c',
    service: '#313b44', pedestrian: '#30363d', runway: '#363b40', casing: '#0d1216', mainCasing: '#0a0e12', bridge: '#7a858e',
    path: '#b3946a', cycle: '#7da3cf', steps: '#cda57c', track: '#9b8a69', under: '#1a2127', rail: '#5f6971', railTie: '#1b2228', ferry: '#3f6f87',
    boundary: '#8c7397', lamp: '#ffd25e', lampEdge: '#3c2d00', lit: '#c08a1e', unlit: '#b59be0',
    ink: '#c9d3da', faint: '#aab6bf', halo: '#11161b', waterInk: '#8cc3d9', natureInk: '#9ccb94', transportInk: '#94bfea', cultureInk: '#dcb48a',
    shopInk: '#d8a9d6', careInk: '#f0a3a3', numberInk: '#a9a399', european: '#2d6a47', national: '#2b5e93', outline: '#71808a',
  },
};
