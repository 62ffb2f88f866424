// Stands in for Ink's optional development tools, which a terminal tool never opens.
export default {};
