import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** DynamoDB Local listens on every interface and has no option for it: this starts it on loopback only. */
class LoopbackDynamoDb {
  public static void main(String[] args) throws Exception {
    var dynamoDb = ServerRunner.createServerFromCommandLineArgs(args);
    var field = dynamoDb.getClass().getDeclaredField("server");
    field.setAccessible(true);
    for (Connector connector : ((Server) field.get(dynamoDb)).getConnectors()) {
      ((ServerConnector) connector).setHost("127.0.0.1");
    }
    dynamoDb.start();
  }
}
