// Only blocks that name their language are coloured: what a shell prints is none.
export default { configureHljs: hljs => hljs.configure({ languages: [] }) }
