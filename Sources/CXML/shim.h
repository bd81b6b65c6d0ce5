#ifndef YINFA_CXML_SHIM_H
#define YINFA_CXML_SHIM_H

// Debian builds libxml2 with ICU, whose headers are not those of the ICU inside of Foundation: no room could import
// both. What they would declare here is part of one struct that nobody looks into (xmlCharEncodingHandler).
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

/// Why a part was not read.
enum yinfa_xml_problem { YINFA_XML_NONE, YINFA_XML_NOT_WELL_FORMED, YINFA_XML_HAS_DTD, YINFA_XML_TOO_LARGE };

struct yinfa_xml_reading {
    long elements_left;
    enum yinfa_xml_problem problem;
};

// No part of an office file has a document type: without one there are no entities to expand and nothing to fetch.
static void yinfa_xml_refuse_dtd(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
    (void)name, (void)external, (void)system;
    ((struct yinfa_xml_reading *)parser->_private)->problem = YINFA_XML_HAS_DTD;
    xmlStopParser(parser);
}

static void yinfa_xml_count_element(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
    const xmlChar **namespaceList, int attributes, int defaulted, const xmlChar **attributeList) {
    xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
    struct yinfa_xml_reading *reading = (struct yinfa_xml_reading *)parser->_private;
    if (reading->elements_left-- <= 0) {
        reading->problem = YINFA_XML_TOO_LARGE;
        xmlStopParser(parser);
        return;
    }
    xmlSAX2StartElementNs(
        context, name, prefix, uri, namespaces, namespaceList, attributes, defaulted, attributeList);
}

/// The document of some bytes; NULL, and why, where there is none. Without the options that lift libxml2's own limits
/// (depth 256, texts of 10 MB), without a network and without messages of its own.
static inline xmlDocPtr _Nullable yinfa_xml_read(
    const char *_Nonnull bytes, int count, long max_elements, enum yinfa_xml_problem *_Nonnull problem) {
    struct yinfa_xml_reading reading = {max_elements, YINFA_XML_NONE};
    xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(bytes, count);
    *problem = YINFA_XML_NOT_WELL_FORMED;
    if (!parser) return NULL;
    xmlCtxtUseOptions(
        parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
    parser->_private = &reading;
    parser->sax->internalSubset = yinfa_xml_refuse_dtd;
    parser->sax->startElementNs = yinfa_xml_count_element;
    xmlParseDocument(parser);
    xmlDocPtr document = parser->myDoc;
    parser->myDoc = NULL;
    *problem = reading.problem != YINFA_XML_NONE ? reading.problem
             : parser->wellFormed && document    ? YINFA_XML_NONE
                                                 : YINFA_XML_NOT_WELL_FORMED;
    xmlFreeParserCtxt(parser);
    if (*problem != YINFA_XML_NONE && document) {
        xmlFreeDoc(document);
        document = NULL;
    }
    return document;
}

#endif
